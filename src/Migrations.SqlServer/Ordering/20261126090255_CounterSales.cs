using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Ordering
{
    /// <inheritdoc />
    public partial class CounterSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "counter_sale_lines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SheetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SheetNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    ProductId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProductName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    QuantityMilli = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RefundsLineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Match = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    MissingMilli = table.Column<long>(type: "bigint", nullable: false),
                    PostedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counter_sale_lines", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_counter_sale_lines_OutletId_Day",
                schema: "ordering",
                table: "counter_sale_lines",
                columns: new[] { "OutletId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_counter_sale_lines_RefundsLineId",
                schema: "ordering",
                table: "counter_sale_lines",
                column: "RefundsLineId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counter_sale_lines",
                schema: "ordering");
        }
    }
}
