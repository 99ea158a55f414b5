using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Ordering
{
    /// <inheritdoc />
    public partial class OrdersPaidByPhone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "OutletId",
                schema: "ordering",
                table: "retail_sales",
                type: "uniqueidentifier",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier");

            migrationBuilder.AddColumn<Guid>(
                name: "OrderId",
                schema: "ordering",
                table: "retail_sales",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrderNumber",
                schema: "ordering",
                table: "retail_sales",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PaidFen",
                schema: "ordering",
                table: "orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_retail_sales_OrderId",
                schema: "ordering",
                table: "retail_sales",
                column: "OrderId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_retail_sales_OrderId",
                schema: "ordering",
                table: "retail_sales");

            migrationBuilder.DropColumn(
                name: "OrderId",
                schema: "ordering",
                table: "retail_sales");

            migrationBuilder.DropColumn(
                name: "OrderNumber",
                schema: "ordering",
                table: "retail_sales");

            migrationBuilder.DropColumn(
                name: "PaidFen",
                schema: "ordering",
                table: "orders");

            migrationBuilder.AlterColumn<Guid>(
                name: "OutletId",
                schema: "ordering",
                table: "retail_sales",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier",
                oldNullable: true);
        }
    }
}
