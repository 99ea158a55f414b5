using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.TaskList
{
    /// <inheritdoc />
    public partial class ActsDoneHereStand : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "TakenBackOn",
                schema: "tasks",
                table: "counted_acts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "TakenBackOn",
                schema: "tasks",
                table: "counted_acts",
                type: "date",
                nullable: true);
        }
    }
}
