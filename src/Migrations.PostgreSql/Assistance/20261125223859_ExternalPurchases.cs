using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Assistance
{
    /// <inheritdoc />
    public partial class ExternalPurchases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "external_purchases",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceKey = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Supplier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SupplierKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Goods = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageId = table.Column<Guid>(type: "uuid", nullable: false),
                    CountyCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    OrderNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OrderLine = table.Column<int>(type: "integer", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedByName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WithdrawnByName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_purchases", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "known_invoices",
                schema: "assistance",
                columns: table => new
                {
                    InvoiceId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SupplierKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_invoices", x => x.InvoiceId);
                });

            migrationBuilder.CreateTable(
                name: "external_judgements",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Same = table.Column<bool>(type: "boolean", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    RecordPosition = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_judgements", x => x.Position);
                    table.ForeignKey(
                        name: "FK_external_judgements_external_purchases_RecordPosition",
                        column: x => x.RecordPosition,
                        principalSchema: "assistance",
                        principalTable: "external_purchases",
                        principalColumn: "Position");
                });

            migrationBuilder.CreateTable(
                name: "external_likenesses",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Of = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OtherId = table.Column<Guid>(type: "uuid", nullable: false),
                    OtherUnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordPosition = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_likenesses", x => x.Position);
                    table.ForeignKey(
                        name: "FK_external_likenesses_external_purchases_RecordPosition",
                        column: x => x.RecordPosition,
                        principalSchema: "assistance",
                        principalTable: "external_purchases",
                        principalColumn: "Position");
                });

            migrationBuilder.CreateIndex(
                name: "IX_external_judgements_RecordPosition",
                schema: "assistance",
                table: "external_judgements",
                column: "RecordPosition");

            migrationBuilder.CreateIndex(
                name: "IX_external_likenesses_RecordPosition",
                schema: "assistance",
                table: "external_likenesses",
                column: "RecordPosition");

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_FileId",
                schema: "assistance",
                table: "external_purchases",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_Id",
                schema: "assistance",
                table: "external_purchases",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_InvoiceNumber",
                schema: "assistance",
                table: "external_purchases",
                column: "InvoiceNumber");

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_SourceKey",
                schema: "assistance",
                table: "external_purchases",
                column: "SourceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_State",
                schema: "assistance",
                table: "external_purchases",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_UnitId_On",
                schema: "assistance",
                table: "external_purchases",
                columns: new[] { "UnitId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_known_invoices_Number",
                schema: "assistance",
                table: "known_invoices",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_known_invoices_UnitId_On",
                schema: "assistance",
                table: "known_invoices",
                columns: new[] { "UnitId", "On" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "external_judgements",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "external_likenesses",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_invoices",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "external_purchases",
                schema: "assistance");
        }
    }
}
