using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class ShareFilings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidTo",
                table: "known_units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "share_filings",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_share_filings", x => x.Position);
                    table.UniqueConstraint("AK_share_filings_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "share_ratios",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ratio = table.Column<int>(type: "INTEGER", nullable: false),
                    Base = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_share_ratios", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "share_filing_steps",
                columns: table => new
                {
                    FilingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_share_filing_steps", x => new { x.FilingId, x.Place });
                    table.ForeignKey(
                        name: "FK_share_filing_steps_share_filings_FilingId",
                        column: x => x.FilingId,
                        principalTable: "share_filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share_filing_versions",
                columns: table => new
                {
                    FilingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Canteen = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RepresentativeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RepresentativeName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contractor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    UnionNeed = table.Column<bool>(type: "INTEGER", nullable: false),
                    CanteenBase = table.Column<long>(type: "INTEGER", nullable: false),
                    UnionBase = table.Column<long>(type: "INTEGER", nullable: false),
                    Ratio = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_share_filing_versions", x => new { x.FilingId, x.Number });
                    table.ForeignKey(
                        name: "FK_share_filing_versions_share_filings_FilingId",
                        column: x => x.FilingId,
                        principalTable: "share_filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_share_filings_Id",
                table: "share_filings",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_share_filings_Year_UnitId",
                table: "share_filings",
                columns: new[] { "Year", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_share_ratios_Year_Number",
                table: "share_ratios",
                columns: new[] { "Year", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "share_filing_steps");

            migrationBuilder.DropTable(
                name: "share_filing_versions");

            migrationBuilder.DropTable(
                name: "share_ratios");

            migrationBuilder.DropTable(
                name: "share_filings");

            migrationBuilder.DropColumn(
                name: "ValidTo",
                table: "known_units");
        }
    }
}
