using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.SqlServer.Assistance
{
    /// <inheritdoc />
    public partial class KnownCampaigns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "known_brands",
                schema: "assistance",
                columns: table => new
                {
                    BrandId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StatedVersion = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProductIds = table.Column<string>(type: "varchar(6600)", unicode: false, maxLength: 6600, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_brands", x => x.BrandId);
                });

            migrationBuilder.CreateTable(
                name: "known_campaigns",
                schema: "assistance",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StatedVersion = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    VillageId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Endorser = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedEarly = table.Column<bool>(type: "bit", nullable: false),
                    OutletIds = table.Column<string>(type: "varchar(6600)", unicode: false, maxLength: 6600, nullable: false),
                    ProductIds = table.Column<string>(type: "varchar(6600)", unicode: false, maxLength: 6600, nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: true),
                    Sample = table.Column<bool>(type: "bit", nullable: false)
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
                name: "known_brands",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_campaigns",
                schema: "assistance");
        }
    }
}
