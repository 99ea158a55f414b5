using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Catalog
{
    /// <inheritdoc />
    public partial class ChangesByRevision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ChangedIn",
                table: "products",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ChangedIn",
                table: "offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.InsertData(
                table: "revisions",
                columns: new[] { "Name", "Value" },
                values: new object[] { "surroundings", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_products_ChangedIn",
                table: "products",
                column: "ChangedIn");

            migrationBuilder.CreateIndex(
                name: "IX_offers_ChangedIn",
                table: "offers",
                column: "ChangedIn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_products_ChangedIn",
                table: "products");

            migrationBuilder.DropIndex(
                name: "IX_offers_ChangedIn",
                table: "offers");

            migrationBuilder.DeleteData(
                table: "revisions",
                keyColumn: "Name",
                keyValue: "surroundings");

            migrationBuilder.DropColumn(
                name: "ChangedIn",
                table: "products");

            migrationBuilder.DropColumn(
                name: "ChangedIn",
                table: "offers");
        }
    }
}
