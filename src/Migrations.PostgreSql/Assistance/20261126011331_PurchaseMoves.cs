using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Assistance
{
    /// <inheritdoc />
    public partial class PurchaseMoves : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "purchase_moves",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedByUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedByName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EndedByName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purchase_moves", x => x.Position);
                });

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_FromUnitId",
                schema: "assistance",
                table: "purchase_moves",
                column: "FromUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_Id",
                schema: "assistance",
                table: "purchase_moves",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_OpenKey",
                schema: "assistance",
                table: "purchase_moves",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_State",
                schema: "assistance",
                table: "purchase_moves",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_purchase_moves_ToUnitId",
                schema: "assistance",
                table: "purchase_moves",
                column: "ToUnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "purchase_moves",
                schema: "assistance");
        }
    }
}
