using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class GuideFigureVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_commitments_Year_UnitId_Scope",
                table: "commitments");

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "commitments",
                type: "TEXT", maxLength: 40,
                nullable: false,
                defaultValue: "All");

            migrationBuilder.AddColumn<Guid>(
                name: "VillageId",
                table: "commitments",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "commitment_versions",
                columns: table => new
                {
                    CommitmentPosition = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Target = table.Column<long>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitment_versions", x => new { x.CommitmentPosition, x.Number });
                    table.ForeignKey(
                        name: "FK_commitment_versions_commitments_CommitmentPosition",
                        column: x => x.CommitmentPosition,
                        principalTable: "commitments",
                        principalColumn: "Position",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Year_UnitId_Scope_VillageId_Purpose",
                table: "commitments",
                columns: new[] { "Year", "UnitId", "Scope", "VillageId", "Purpose" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commitment_versions");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Year_UnitId_Scope_VillageId_Purpose",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "VillageId",
                table: "commitments");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Year_UnitId_Scope",
                table: "commitments",
                columns: new[] { "Year", "UnitId", "Scope" },
                unique: true);
        }
    }
}
