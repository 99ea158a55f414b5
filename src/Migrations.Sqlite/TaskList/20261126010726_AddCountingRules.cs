using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.TaskList
{
    /// <inheritdoc />
    public partial class AddCountingRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "village_purchases",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "known_rules",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FromMonth = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    Purposes = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Channels = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_rules", x => x.Number);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_rules");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "village_purchases");
        }
    }
}
