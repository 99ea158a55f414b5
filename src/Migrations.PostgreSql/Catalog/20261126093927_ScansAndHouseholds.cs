using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Catalog
{
    /// <inheritdoc />
    public partial class ScansAndHouseholds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "HouseholdsOn",
                schema: "catalog",
                table: "producers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FileId",
                schema: "catalog",
                table: "certificates",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HouseholdsOn",
                schema: "catalog",
                table: "producers");

            migrationBuilder.DropColumn(
                name: "FileId",
                schema: "catalog",
                table: "certificates");
        }
    }
}
