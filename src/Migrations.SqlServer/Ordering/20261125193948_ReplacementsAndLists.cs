using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Ordering
{
    /// <inheritdoc />
    public partial class ReplacementsAndLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ReplaceMilli",
                schema: "ordering",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "Replacing",
                schema: "ordering",
                table: "order_lines",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Replace",
                schema: "ordering",
                table: "goods_returns",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "purchase_lists",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SavedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purchase_lists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "purchase_list_lines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ListId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Milli = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purchase_list_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_purchase_list_lines_purchase_lists_ListId",
                        column: x => x.ListId,
                        principalSchema: "ordering",
                        principalTable: "purchase_lists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_purchase_list_lines_ListId",
                schema: "ordering",
                table: "purchase_list_lines",
                column: "ListId");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_lists_UnitId_Name",
                schema: "ordering",
                table: "purchase_lists",
                columns: new[] { "UnitId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "purchase_list_lines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "purchase_lists",
                schema: "ordering");

            migrationBuilder.DropColumn(
                name: "ReplaceMilli",
                schema: "ordering",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "Replacing",
                schema: "ordering",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "Replace",
                schema: "ordering",
                table: "goods_returns");
        }
    }
}
