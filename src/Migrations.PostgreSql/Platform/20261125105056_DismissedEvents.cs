using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Platform
{
    /// <inheritdoc />
    public partial class DismissedEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "DismissReason",
                schema: "platform",
                table: "parked_events",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DismissedAt",
                schema: "platform",
                table: "parked_events",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DismissReason",
                schema: "platform",
                table: "parked_events");

            migrationBuilder.DropColumn(
                name: "DismissedAt",
                schema: "platform",
                table: "parked_events");
        }
    }
}
