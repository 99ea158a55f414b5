using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Ordering
{
    /// <inheritdoc />
    public partial class RetailSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "retail_sales",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    OutletId = table.Column<Guid>(type: "uuid", nullable: false),
                    SupplyUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TotalFen = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReservedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SessionUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SessionId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true),
                    PayUrl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    IntentId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true),
                    PickupCode = table.Column<string>(type: "character varying(6)", unicode: false, maxLength: 6, nullable: false),
                    PaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PaidFen = table.Column<long>(type: "bigint", nullable: false),
                    RefundedFen = table.Column<long>(type: "bigint", nullable: false),
                    HandedOverAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HandedOverByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Trouble = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retail_sales", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stripe_events",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false),
                    Type = table.Column<string>(type: "character varying(100)", unicode: false, maxLength: 100, nullable: false),
                    SaleId = table.Column<Guid>(type: "uuid", nullable: true),
                    SessionId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stripe_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "retail_lines",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SaleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Specification = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SoldBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Milli = table.Column<long>(type: "bigint", nullable: false),
                    PriceTenThousandths = table.Column<long>(type: "bigint", nullable: false),
                    PricedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retail_lines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_retail_lines_retail_sales_SaleId",
                        column: x => x.SaleId,
                        principalSchema: "ordering",
                        principalTable: "retail_sales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "retail_refunds",
                schema: "ordering",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SaleId = table.Column<Guid>(type: "uuid", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StripeId = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: true),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retail_refunds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_retail_refunds_retail_sales_SaleId",
                        column: x => x.SaleId,
                        principalSchema: "ordering",
                        principalTable: "retail_sales",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_retail_lines_SaleId",
                schema: "ordering",
                table: "retail_lines",
                column: "SaleId");

            migrationBuilder.CreateIndex(
                name: "IX_retail_refunds_SaleId",
                schema: "ordering",
                table: "retail_refunds",
                column: "SaleId");

            migrationBuilder.CreateIndex(
                name: "IX_retail_refunds_State_AskedAt",
                schema: "ordering",
                table: "retail_refunds",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_retail_sales_Serial",
                schema: "ordering",
                table: "retail_sales",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_retail_sales_State_ReservedUntil",
                schema: "ordering",
                table: "retail_sales",
                columns: new[] { "State", "ReservedUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_retail_sales_SupplyUnitId_Serial",
                schema: "ordering",
                table: "retail_sales",
                columns: new[] { "SupplyUnitId", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_stripe_events_State_At",
                schema: "ordering",
                table: "stripe_events",
                columns: new[] { "State", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retail_lines",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "retail_refunds",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "stripe_events",
                schema: "ordering");

            migrationBuilder.DropTable(
                name: "retail_sales",
                schema: "ordering");
        }
    }
}
