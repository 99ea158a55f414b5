using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class Flags : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "flag_searches",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Found = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_searches", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "flags",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MonthNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Chinese = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    English = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flags", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "known_roles",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_roles", x => new { x.OrderId, x.Role, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "flag_answers",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Escalates = table.Column<bool>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    FlagPosition = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_answers", x => x.Position);
                    table.ForeignKey(
                        name: "FK_flag_answers_flags_FlagPosition",
                        column: x => x.FlagPosition,
                        principalTable: "flags",
                        principalColumn: "Position");
                });

            migrationBuilder.CreateTable(
                name: "flag_papers",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    FlagPosition = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flag_papers", x => x.Position);
                    table.ForeignKey(
                        name: "FK_flag_papers_flags_FlagPosition",
                        column: x => x.FlagPosition,
                        principalTable: "flags",
                        principalColumn: "Position");
                });

            migrationBuilder.CreateIndex(
                name: "IX_flag_answers_FlagPosition",
                table: "flag_answers",
                column: "FlagPosition");

            migrationBuilder.CreateIndex(
                name: "IX_flag_papers_FlagPosition",
                table: "flag_papers",
                column: "FlagPosition");

            migrationBuilder.CreateIndex(
                name: "IX_flag_searches_Day",
                table: "flag_searches",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_flag_searches_Id",
                table: "flag_searches",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flags_Id",
                table: "flags",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flags_Key",
                table: "flags",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_flags_UnitId_State",
                table: "flags",
                columns: new[] { "UnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_known_roles_On",
                table: "known_roles",
                column: "On");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "flag_answers");

            migrationBuilder.DropTable(
                name: "flag_papers");

            migrationBuilder.DropTable(
                name: "flag_searches");

            migrationBuilder.DropTable(
                name: "known_roles");

            migrationBuilder.DropTable(
                name: "flags");
        }
    }
}
