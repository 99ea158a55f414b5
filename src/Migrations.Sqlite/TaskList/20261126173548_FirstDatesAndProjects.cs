using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.TaskList
{
    /// <inheritdoc />
    public partial class FirstDatesAndProjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstSummaryDueOn",
                table: "special_actions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProjectId",
                table: "rounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstDueOn",
                table: "project_steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NotedDone",
                table: "milestones",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "PrintedTitle",
                table: "letters",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_rounds_ProjectId",
                table: "rounds",
                column: "ProjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_rounds_ProjectId",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "FirstSummaryDueOn",
                table: "special_actions");

            migrationBuilder.DropColumn(
                name: "ProjectId",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "FirstDueOn",
                table: "project_steps");

            migrationBuilder.DropColumn(
                name: "NotedDone",
                table: "milestones");

            migrationBuilder.DropColumn(
                name: "PrintedTitle",
                table: "letters");
        }
    }
}
