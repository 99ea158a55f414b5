using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class PurchaseMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "purchase_moves",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndedByName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purchase_moves", x => x.Position);
                });

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_FromUnitId",
                table: "purchase_moves",
                column: "FromUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_Id",
                table: "purchase_moves",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_OpenKey",
                table: "purchase_moves",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_State",
                table: "purchase_moves",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_ToUnitId",
                table: "purchase_moves",
                column: "ToUnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "purchase_moves");
        }
    }
}
