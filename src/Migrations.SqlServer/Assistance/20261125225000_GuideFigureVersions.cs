using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Assistance
{
    /// <inheritdoc />
    public partial class GuideFigureVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_commitments_Year_UnitId_Scope",
                schema: "assistance",
                table: "commitments");

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                schema: "assistance",
                table: "commitments",
                type: "nvarchar(40)", maxLength: 40,
                nullable: false,
                defaultValue: "All");

            migrationBuilder.AddColumn<Guid>(
                name: "VillageId",
                schema: "assistance",
                table: "commitments",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "commitment_versions",
                schema: "assistance",
                columns: table => new
                {
                    CommitmentPosition = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitment_versions", x => new { x.CommitmentPosition, x.Number });
                    table.ForeignKey(
                        name: "FK_commitment_versions_commitments_CommitmentPosition",
                        column: x => x.CommitmentPosition,
                        principalSchema: "assistance",
                        principalTable: "commitments",
                        principalColumn: "Position",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Year_UnitId_Scope_VillageId_Purpose",
                schema: "assistance",
                table: "commitments",
                columns: new[] { "Year", "UnitId", "Scope", "VillageId", "Purpose" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commitment_versions",
                schema: "assistance");

            migrationBuilder.DropIndex(
                name: "IX_commitments_Year_UnitId_Scope_VillageId_Purpose",
                schema: "assistance",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "Purpose",
                schema: "assistance",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "VillageId",
                schema: "assistance",
                table: "commitments");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Year_UnitId_Scope",
                schema: "assistance",
                table: "commitments",
                columns: new[] { "Year", "UnitId", "Scope" },
                unique: true);
        }
    }
}
