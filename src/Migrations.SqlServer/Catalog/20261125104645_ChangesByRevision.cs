using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Catalog
{
    /// <inheritdoc />
    public partial class ChangesByRevision : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ChangedIn",
                schema: "catalog",
                table: "products",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "ChangedIn",
                schema: "catalog",
                table: "offers",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.InsertData(
                schema: "catalog",
                table: "revisions",
                columns: new[] { "Name", "Value" },
                values: new object[] { "surroundings", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_products_ChangedIn",
                schema: "catalog",
                table: "products",
                column: "ChangedIn");

            migrationBuilder.CreateIndex(
                name: "IX_offers_ChangedIn",
                schema: "catalog",
                table: "offers",
                column: "ChangedIn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_products_ChangedIn",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropIndex(
                name: "IX_offers_ChangedIn",
                schema: "catalog",
                table: "offers");

            migrationBuilder.DeleteData(
                schema: "catalog",
                table: "revisions",
                keyColumn: "Name",
                keyValue: "surroundings");

            migrationBuilder.DropColumn(
                name: "ChangedIn",
                schema: "catalog",
                table: "products");

            migrationBuilder.DropColumn(
                name: "ChangedIn",
                schema: "catalog",
                table: "offers");
        }
    }
}
