using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Catalog
{
    /// <inheritdoc />
    public partial class CampaignsAndBrands : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "brands",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EnglishName = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    VillageId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductIds = table.Column<string>(type: "character varying(6600)", unicode: false, maxLength: 6600, nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brands", x => x.Id);
                    table.ForeignKey(
                        name: "FK_brands_villages_VillageId",
                        column: x => x.VillageId,
                        principalSchema: "catalog",
                        principalTable: "villages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    VillageId = table.Column<Guid>(type: "uuid", nullable: false),
                    Endorser = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OutletIds = table.Column<string>(type: "character varying(6600)", unicode: false, maxLength: 6600, nullable: false),
                    ProductIds = table.Column<string>(type: "character varying(6600)", unicode: false, maxLength: 6600, nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedBecause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_campaigns_villages_VillageId",
                        column: x => x.VillageId,
                        principalSchema: "catalog",
                        principalTable: "villages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_brands_Name",
                schema: "catalog",
                table: "brands",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_brands_VillageId",
                schema: "catalog",
                table: "brands",
                column: "VillageId");

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_VillageId",
                schema: "catalog",
                table: "campaigns",
                column: "VillageId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "brands",
                schema: "catalog");

            migrationBuilder.DropTable(
                name: "campaigns",
                schema: "catalog");
        }
    }
}
