using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Catalog
{
    /// <inheritdoc />
    public partial class SeasonAndShelfLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SeasonFrom",
                schema: "catalog",
                table: "products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SeasonTo",
                schema: "catalog",
                table: "products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ShelfLifeNumber",
                schema: "catalog",
                table: "products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShelfLifeUnit",
                schema: "catalog",
                table: "products",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Storage",
                schema: "catalog",
                table: "products",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SeasonFrom",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "SeasonTo",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "ShelfLifeNumber",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "ShelfLifeUnit",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "Storage",
                schema: "catalog",
                table: "products");
        }
    }
}
