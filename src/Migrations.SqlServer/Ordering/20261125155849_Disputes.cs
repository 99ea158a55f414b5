using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Ordering
{
    /// <inheritdoc />
    public partial class Disputes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "AllowedExtraMilli",
                schema: "ordering",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DisputedMilli",
                schema: "ordering",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DisputedMilli",
                schema: "ordering",
                table: "acceptance_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AllowedExtraMilli",
                schema: "ordering",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "DisputedMilli",
                schema: "ordering",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "DisputedMilli",
                schema: "ordering",
                table: "acceptance_lines");
        }
    }
}
