using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Catalog
{
    /// <inheritdoc />
    public partial class SpeciesAndWorkingOutlets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "catalog",
                table: "service_areas",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SpeciesId",
                schema: "catalog",
                table: "products",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OperatorUnitId",
                schema: "catalog",
                table: "outlets",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                schema: "catalog",
                table: "outlets",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "catalog",
                table: "outlets",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Working",
                schema: "catalog",
                table: "outlets",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "outlet_states",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Working = table.Column<bool>(type: "bit", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    StatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outlet_states", x => x.Id);
                    table.ForeignKey(
                        name: "FK_outlet_states_outlets_OutletId",
                        column: x => x.OutletId,
                        principalSchema: "catalog",
                        principalTable: "outlets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "species",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    BaselineFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    BaselineTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Sample = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_species", x => x.Id);
                });

            migrationBuilder.InsertData(
                schema: "catalog",
                table: "revisions",
                columns: new[] { "Name", "Value" },
                values: new object[] { "statements", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_products_SpeciesId",
                schema: "catalog",
                table: "products",
                column: "SpeciesId");

            migrationBuilder.CreateIndex(
                name: "IX_outlet_states_OutletId",
                schema: "catalog",
                table: "outlet_states",
                column: "OutletId");

            migrationBuilder.CreateIndex(
                name: "IX_species_Name",
                schema: "catalog",
                table: "species",
                column: "Name",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_products_species_SpeciesId",
                schema: "catalog",
                table: "products",
                column: "SpeciesId",
                principalSchema: "catalog",
                principalTable: "species",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_products_species_SpeciesId",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropTable(
                name: "outlet_states",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "species",
                schema: "catalog");

            migrationBuilder.DropIndex(
                name: "IX_products_SpeciesId",
                schema: "catalog",
                table: "products");

            migrationBuilder.DeleteData(
                schema: "catalog",
                table: "revisions",
                keyColumn: "Name",
                keyValue: "statements");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "catalog",
                table: "service_areas");

            migrationBuilder.DropColumn(
                name: "SpeciesId",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "OperatorUnitId",
                schema: "catalog",
                table: "outlets");

            migrationBuilder.DropColumn(
                name: "Since",
                schema: "catalog",
                table: "outlets");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "catalog",
                table: "outlets");

            migrationBuilder.DropColumn(
                name: "Working",
                schema: "catalog",
                table: "outlets");
        }
    }
}
