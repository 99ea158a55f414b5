using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Organisations
{
    /// <inheritdoc />
    public partial class AddNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "mails",
                schema: "organisations",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    GivenUpAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mails", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "notice_addresses",
                schema: "organisations",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Address = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    CodeHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CodeUntil = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WrongCodes = table.Column<int>(type: "int", nullable: false),
                    Codes = table.Column<int>(type: "int", nullable: false),
                    CodesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LookedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefusedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_addresses", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "told_todos",
                schema: "organisations",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Near = table.Column<bool>(type: "bit", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_told_todos", x => new { x.UserId, x.Key, x.Near });
                });

            migrationBuilder.CreateIndex(
                name: "IX_mails_Key",
                schema: "organisations",
                table: "mails",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mails_NextTryAt",
                schema: "organisations",
                table: "mails",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_mails_UserId",
                schema: "organisations",
                table: "mails",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mails",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "notice_addresses",
                schema: "organisations");

            migrationBuilder.DropTable(
                name: "told_todos",
                schema: "organisations");
        }
    }
}
