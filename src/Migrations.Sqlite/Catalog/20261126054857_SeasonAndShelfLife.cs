using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Catalog
{
    /// <inheritdoc />
    public partial class SeasonAndShelfLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SeasonFrom",
                table: "products",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SeasonTo",
                table: "products",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ShelfLifeNumber",
                table: "products",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ShelfLifeUnit",
                table: "products",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Storage",
                table: "products",
                type: "TEXT",
                maxLength: 200,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SeasonFrom",
                table: "products");

            migrationBuilder.DropColumn(
                name: "SeasonTo",
                table: "products");

            migrationBuilder.DropColumn(
                name: "ShelfLifeNumber",
                table: "products");

            migrationBuilder.DropColumn(
                name: "ShelfLifeUnit",
                table: "products");

            migrationBuilder.DropColumn(
                name: "Storage",
                table: "products");
        }
    }
}
