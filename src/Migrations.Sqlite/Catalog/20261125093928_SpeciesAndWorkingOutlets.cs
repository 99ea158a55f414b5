using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Catalog
{
    /// <inheritdoc />
    public partial class SpeciesAndWorkingOutlets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "service_areas",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SpeciesId",
                table: "products",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OperatorUnitId",
                table: "outlets",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<DateOnly>(
                name: "Since",
                table: "outlets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "outlets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Working",
                table: "outlets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "outlet_states",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutletId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Working = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outlet_states", x => x.Id);
                    table.ForeignKey(
                        name: "FK_outlet_states_outlets_OutletId",
                        column: x => x.OutletId,
                        principalTable: "outlets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "species",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BaselineFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BaselineTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_species", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "revisions",
                columns: new[] { "Name", "Value" },
                values: new object[] { "statements", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_products_SpeciesId",
                table: "products",
                column: "SpeciesId");

            migrationBuilder.CreateIndex(
                name: "IX_outlet_states_OutletId",
                table: "outlet_states",
                column: "OutletId");

            migrationBuilder.CreateIndex(
                name: "IX_species_Name",
                table: "species",
                column: "Name",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_products_species_SpeciesId",
                table: "products",
                column: "SpeciesId",
                principalTable: "species",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_products_species_SpeciesId",
                table: "products");

            migrationBuilder.DropTable(
                name: "outlet_states");

            migrationBuilder.DropTable(
                name: "species");

            migrationBuilder.DropIndex(
                name: "IX_products_SpeciesId",
                table: "products");

            migrationBuilder.DeleteData(
                table: "revisions",
                keyColumn: "Name",
                keyValue: "statements");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "service_areas");

            migrationBuilder.DropColumn(
                name: "SpeciesId",
                table: "products");

            migrationBuilder.DropColumn(
                name: "OperatorUnitId",
                table: "outlets");

            migrationBuilder.DropColumn(
                name: "Since",
                table: "outlets");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "outlets");

            migrationBuilder.DropColumn(
                name: "Working",
                table: "outlets");
        }
    }
}
