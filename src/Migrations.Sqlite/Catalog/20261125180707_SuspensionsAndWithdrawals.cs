using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Catalog
{
    /// <inheritdoc />
    public partial class SuspensionsAndWithdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "producers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidFrom",
                table: "certificates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBecause",
                table: "certificates",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WithdrawnOn",
                table: "certificates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "producer_suspensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProducerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    To = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_producer_suspensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_producer_suspensions_producers_ProducerId",
                        column: x => x.ProducerId,
                        principalTable: "producers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_producer_suspensions_ProducerId",
                table: "producer_suspensions",
                column: "ProducerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "producer_suspensions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "producers");

            migrationBuilder.DropColumn(
                name: "ValidFrom",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "WithdrawnBecause",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "WithdrawnOn",
                table: "certificates");
        }
    }
}
