using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Catalog
{
    /// <inheritdoc />
    public partial class SuspensionsAndWithdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                schema: "catalog",
                table: "producers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidFrom",
                schema: "catalog",
                table: "certificates",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBecause",
                schema: "catalog",
                table: "certificates",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                schema: "catalog",
                table: "certificates",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "producer_suspensions",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProducerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    To = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_producer_suspensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_producer_suspensions_producers_ProducerId",
                        column: x => x.ProducerId,
                        principalSchema: "catalog",
                        principalTable: "producers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_producer_suspensions_ProducerId",
                schema: "catalog",
                table: "producer_suspensions",
                column: "ProducerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "producer_suspensions",
                schema: "catalog");

            migrationBuilder.DropColumn(
                name: "Version",
                schema: "catalog",
                table: "producers");

            migrationBuilder.DropColumn(
                name: "ValidFrom",
                schema: "catalog",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "WithdrawnBecause",
                schema: "catalog",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                schema: "catalog",
                table: "certificates");
        }
    }
}
