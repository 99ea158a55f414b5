using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.TaskList
{
    /// <inheritdoc />
    public partial class AddCountingRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Channel",
                schema: "tasks",
                table: "village_purchases",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "known_rules",
                schema: "tasks",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    FromMonth = table.Column<string>(type: "nvarchar(7)", maxLength: 7, nullable: false),
                    Purposes = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Channels = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Ground = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                name: "known_rules",
                schema: "tasks");

            migrationBuilder.DropColumn(
                name: "Channel",
                schema: "tasks",
                table: "village_purchases");
        }
    }
}
