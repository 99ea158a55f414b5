using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Assistance
{
    /// <inheritdoc />
    public partial class ShareFilings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ValidTo",
                schema: "assistance",
                table: "known_units",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "share_filings",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_share_filings", x => x.Position);
                    table.UniqueConstraint("AK_share_filings_Id", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "share_ratios",
                schema: "assistance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Ratio = table.Column<int>(type: "integer", nullable: false),
                    Base = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_share_ratios", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "share_filing_steps",
                schema: "assistance",
                columns: table => new
                {
                    FilingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_share_filing_steps", x => new { x.FilingId, x.Place });
                    table.ForeignKey(
                        name: "FK_share_filing_steps_share_filings_FilingId",
                        column: x => x.FilingId,
                        principalSchema: "assistance",
                        principalTable: "share_filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share_filing_versions",
                schema: "assistance",
                columns: table => new
                {
                    FilingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Canteen = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RepresentativeId = table.Column<Guid>(type: "uuid", nullable: true),
                    RepresentativeName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Contractor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    UnionNeed = table.Column<bool>(type: "boolean", nullable: false),
                    CanteenBase = table.Column<long>(type: "bigint", nullable: false),
                    UnionBase = table.Column<long>(type: "bigint", nullable: false),
                    Ratio = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_share_filing_versions", x => new { x.FilingId, x.Number });
                    table.ForeignKey(
                        name: "FK_share_filing_versions_share_filings_FilingId",
                        column: x => x.FilingId,
                        principalSchema: "assistance",
                        principalTable: "share_filings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_share_filings_Id",
                schema: "assistance",
                table: "share_filings",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_share_filings_Year_UnitId",
                schema: "assistance",
                table: "share_filings",
                columns: new[] { "Year", "UnitId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_share_ratios_Year_Number",
                schema: "assistance",
                table: "share_ratios",
                columns: new[] { "Year", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "share_filing_steps",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "share_filing_versions",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "share_ratios",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "share_filings",
                schema: "assistance");

            migrationBuilder.DropColumn(
                name: "ValidTo",
                schema: "assistance",
                table: "known_units");
        }
    }
}
