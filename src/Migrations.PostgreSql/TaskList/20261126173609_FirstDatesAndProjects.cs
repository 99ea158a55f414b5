using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.TaskList
{
    /// <inheritdoc />
    public partial class FirstDatesAndProjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstSummaryDueOn",
                schema: "tasks",
                table: "special_actions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ProjectId",
                schema: "tasks",
                table: "rounds",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstDueOn",
                schema: "tasks",
                table: "project_steps",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NotedDone",
                schema: "tasks",
                table: "milestones",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "PrintedTitle",
                schema: "tasks",
                table: "letters",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_rounds_ProjectId",
                schema: "tasks",
                table: "rounds",
                column: "ProjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_rounds_ProjectId",
                schema: "tasks",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "FirstSummaryDueOn",
                schema: "tasks",
                table: "special_actions");

            migrationBuilder.DropColumn(
                name: "ProjectId",
                schema: "tasks",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "FirstDueOn",
                schema: "tasks",
                table: "project_steps");

            migrationBuilder.DropColumn(
                name: "NotedDone",
                schema: "tasks",
                table: "milestones");

            migrationBuilder.DropColumn(
                name: "PrintedTitle",
                schema: "tasks",
                table: "letters");
        }
    }
}
