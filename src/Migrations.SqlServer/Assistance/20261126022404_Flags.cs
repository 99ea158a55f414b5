using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Assistance
{
    /// <inheritdoc />
    public partial class Flags : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "flag_searches",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Found = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_searches", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "flags",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MonthNumber = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Chinese = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    English = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sample = table.Column<bool>(type: "bit", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flags", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "known_roles",
                schema: "assistance",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_roles", x => new { x.OrderId, x.Role, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "flag_answers",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Escalates = table.Column<bool>(type: "bit", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    FlagPosition = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_answers", x => x.Position);
                    table.ForeignKey(
                        name: "FK_flag_answers_flags_FlagPosition",
                        column: x => x.FlagPosition,
                        principalSchema: "assistance",
                        principalTable: "flags",
                        principalColumn: "Position");
                });

            migrationBuilder.CreateTable(
                name: "flag_papers",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    FlagPosition = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_papers", x => x.Position);
                    table.ForeignKey(
                        name: "FK_flag_papers_flags_FlagPosition",
                        column: x => x.FlagPosition,
                        principalSchema: "assistance",
                        principalTable: "flags",
                        principalColumn: "Position");
                });

            migrationBuilder.CreateIndex(
                name: "IX_flag_answers_FlagPosition",
                schema: "assistance",
                table: "flag_answers",
                column: "FlagPosition");

            migrationBuilder.CreateIndex(
                name: "IX_flag_papers_FlagPosition",
                schema: "assistance",
                table: "flag_papers",
                column: "FlagPosition");

            migrationBuilder.CreateIndex(
                name: "IX_flag_searches_Day",
                schema: "assistance",
                table: "flag_searches",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_flag_searches_Id",
                schema: "assistance",
                table: "flag_searches",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flags_Id",
                schema: "assistance",
                table: "flags",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flags_Key",
                schema: "assistance",
                table: "flags",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flags_UnitId_State",
                schema: "assistance",
                table: "flags",
                columns: new[] { "UnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_known_roles_On",
                schema: "assistance",
                table: "known_roles",
                column: "On");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "flag_answers",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "flag_papers",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "flag_searches",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_roles",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "flags",
                schema: "assistance");
        }
    }
}
