using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class KnownCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "known_brands",
                columns: table => new
                {
                    BrandId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProductIds = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_brands", x => x.BrandId);
                });

            migrationBuilder.CreateTable(
                name: "known_campaigns",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    VillageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Endorser = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedEarly = table.Column<bool>(type: "INTEGER", nullable: false),
                    OutletIds = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6600, nullable: false),
                    ProductIds = table.Column<string>(type: "TEXT", unicode: false, maxLength: 6600, nullable: false),
                    Target = table.Column<long>(type: "INTEGER", nullable: true),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_campaigns", x => x.CampaignId);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "known_brands");

            migrationBuilder.DropTable(
                name: "known_campaigns");
        }
    }
}
