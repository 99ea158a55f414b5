using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Ordering
{
    /// <inheritdoc />
    public partial class Windows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "WindowId",
                schema: "ordering",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "order_windows",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    SupplyUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DeliverOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DeliverUntil = table.Column<DateOnly>(type: "date", nullable: false),
                    MinimumFen = table.Column<long>(type: "bigint", nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    OpenedByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Submissions = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_order_windows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "window_goods",
                schema: "ordering",
                columns: table => new
                {
                    WindowId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    ProductName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Specification = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProducerId = table.Column<Guid>(type: "uuid", nullable: false),
                    VariantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageId = table.Column<Guid>(type: "uuid", nullable: true),
                    PriceTenThousandths = table.Column<long>(type: "bigint", nullable: false),
                    PricedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_window_goods", x => new { x.WindowId, x.OfferId });
                    table.ForeignKey(
                        name: "FK_window_goods_order_windows_WindowId",
                        column: x => x.WindowId,
                        principalSchema: "ordering",
                        principalTable: "order_windows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_orders_WindowId",
                schema: "ordering",
                table: "orders",
                column: "WindowId");

            migrationBuilder.CreateIndex(
                name: "IX_order_windows_Stage_ClosesAt",
                schema: "ordering",
                table: "order_windows",
                columns: new[] { "Stage", "ClosesAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "window_goods",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "order_windows",
                schema: "ordering");

            migrationBuilder.DropIndex(
                name: "IX_orders_WindowId",
                schema: "ordering",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "WindowId",
                schema: "ordering",
                table: "orders");
        }
    }
}
