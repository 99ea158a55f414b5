using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Ordering
{
    /// <inheritdoc />
    public partial class AcceptancePhotos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "acceptance_photos",
                schema: "ordering",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    AcceptanceLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_acceptance_photos", x => x.FileId);
                    table.ForeignKey(
                        name: "FK_acceptance_photos_acceptance_lines_AcceptanceLineId",
                        column: x => x.AcceptanceLineId,
                        principalSchema: "ordering",
                        principalTable: "acceptance_lines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_acceptance_photos_AcceptanceLineId",
                schema: "ordering",
                table: "acceptance_photos",
                column: "AcceptanceLineId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_photos",
                schema: "ordering");
        }
    }
}
