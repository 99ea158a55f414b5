using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Commerce.Migrations.Sqlite.Assistance
{
    /// <inheritdoc />
    public partial class ExternalPurchases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "external_purchases",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceKey = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SupplierKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Goods = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ProductId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VillageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountyCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderLine = table.Column<int>(type: "INTEGER", nullable: false),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sample = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WithdrawnByName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_purchases", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "known_invoices",
                columns: table => new
                {
                    InvoiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SupplierKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_invoices", x => x.InvoiceId);
                });

            migrationBuilder.CreateTable(
                name: "external_judgements",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Same = table.Column<bool>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordPosition = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_judgements", x => x.Position);
                    table.ForeignKey(
                        name: "FK_external_judgements_external_purchases_RecordPosition",
                        column: x => x.RecordPosition,
                        principalTable: "external_purchases",
                        principalColumn: "Position");
                });

            migrationBuilder.CreateTable(
                name: "external_likenesses",
                columns: table => new
                {
                    Position = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Of = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherUnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordPosition = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_likenesses", x => x.Position);
                    table.ForeignKey(
                        name: "FK_external_likenesses_external_purchases_RecordPosition",
                        column: x => x.RecordPosition,
                        principalTable: "external_purchases",
                        principalColumn: "Position");
                });

            migrationBuilder.CreateIndex(
                name: "IX_external_judgements_RecordPosition",
                table: "external_judgements",
                column: "RecordPosition");

            migrationBuilder.CreateIndex(
                name: "IX_external_likenesses_RecordPosition",
                table: "external_likenesses",
                column: "RecordPosition");

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_FileId",
                table: "external_purchases",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_Id",
                table: "external_purchases",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_InvoiceNumber",
                table: "external_purchases",
                column: "InvoiceNumber");

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_SourceKey",
                table: "external_purchases",
                column: "SourceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_State",
                table: "external_purchases",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_external_purchases_UnitId_On",
                table: "external_purchases",
                columns: new[] { "UnitId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_known_invoices_Number",
                table: "known_invoices",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_known_invoices_UnitId_On",
                table: "known_invoices",
                columns: new[] { "UnitId", "On" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "external_judgements");

            migrationBuilder.DropTable(
                name: "external_likenesses");

            migrationBuilder.DropTable(
                name: "known_invoices");

            migrationBuilder.DropTable(
                name: "external_purchases");
        }
    }
}
