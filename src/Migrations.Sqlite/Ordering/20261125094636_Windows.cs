using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Ordering
{
    /// <inheritdoc />
    public partial class Windows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "WindowId",
                table: "orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "order_windows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SupplyUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeliverOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeliverUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MinimumFen = table.Column<long>(type: "INTEGER", nullable: false),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Submissions = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_windows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "window_goods",
                columns: table => new
                {
                    WindowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ProductName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Specification = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProducerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VariantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VillageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PriceTenThousandths = table.Column<long>(type: "INTEGER", nullable: false),
                    PricedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_window_goods", x => new { x.WindowId, x.OfferId });
                    table.ForeignKey(
                        name: "FK_window_goods_order_windows_WindowId",
                        column: x => x.WindowId,
                        principalTable: "order_windows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_orders_WindowId",
                table: "orders",
                column: "WindowId");

            migrationBuilder.CreateIndex(
                name: "IX_order_windows_Stage_ClosesAt",
                table: "order_windows",
                columns: new[] { "Stage", "ClosesAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "window_goods");

            migrationBuilder.DropTable(
                name: "order_windows");

            migrationBuilder.DropIndex(
                name: "IX_orders_WindowId",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "WindowId",
                table: "orders");
        }
    }
}
