using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Commerce.Migrations.PostgreSql.Assistance
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "assistance");

            migrationBuilder.CreateTable(
                name: "audit",
                schema: "assistance",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Operation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                schema: "assistance",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ReachedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_commitments", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "assistance",
                columns: table => new
                {
                    ActorId = table.Column<Guid>(type: "uuid", nullable: false),
                    Operation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Key = table.Column<string>(type: "character varying(255)", unicode: false, maxLength: 255, nullable: false),
                    RequestHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    ResultId = table.Column<Guid>(type: "uuid", nullable: true),
                    Error = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => new { x.ActorId, x.Operation, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "assistance",
                columns: table => new
                {
                    Endpoint = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.Endpoint, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "known_names",
                schema: "assistance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_names", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "known_order_lines",
                schema: "assistance",
                columns: table => new
                {
                    OrderLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    PriceTenThousandths = table.Column<long>(type: "bigint", nullable: false),
                    PricedBy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_order_lines", x => x.OrderLineId);
                });

            migrationBuilder.CreateTable(
                name: "known_orders",
                schema: "assistance",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_orders", x => x.OrderId);
                });

            migrationBuilder.CreateTable(
                name: "known_products",
                schema: "assistance",
                columns: table => new
                {
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProducerId = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageId = table.Column<Guid>(type: "uuid", nullable: false),
                    CountyCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    SaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_products", x => x.ProductId);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                schema: "assistance",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    VillageId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProducerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OutletId = table.Column<Guid>(type: "uuid", nullable: false),
                    CountyCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    MonthNumber = table.Column<int>(type: "integer", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    QuantityMilli = table.Column<long>(type: "bigint", nullable: false),
                    QuantityUnit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SourceType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    OriginalLineId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    AcceptanceId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnId = table.Column<Guid>(type: "uuid", nullable: true),
                    DocumentNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReversesId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    PreviousHash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entries", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "ledger_head",
                schema: "assistance",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_head", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_totals",
                schema: "assistance",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProducerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OutletId = table.Column<Guid>(type: "uuid", nullable: false),
                    MonthNumber = table.Column<int>(type: "integer", nullable: false),
                    Dimension = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Sample = table.Column<bool>(type: "boolean", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    TypedFen = table.Column<long>(type: "bigint", nullable: false),
                    QuantityMilli = table.Column<long>(type: "bigint", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    TypedRows = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_totals", x => new { x.UnitId, x.MonthNumber, x.VillageId, x.ProductId, x.ProducerId, x.Purpose, x.Channel, x.OutletId, x.Dimension, x.Sample });
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "assistance",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "assistance",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeasedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                schema: "assistance",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stated_totals",
                schema: "assistance",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageId = table.Column<Guid>(type: "uuid", nullable: false),
                    MonthNumber = table.Column<int>(type: "integer", nullable: false),
                    AmountFen = table.Column<long>(type: "bigint", nullable: false),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    Statement = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stated_totals", x => new { x.UnitId, x.MonthNumber, x.VillageId });
                });

            migrationBuilder.InsertData(
                schema: "assistance",
                table: "ledger_head",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, "0000000000000000000000000000000000000000000000000000000000000000", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_audit_SubjectId",
                schema: "assistance",
                table: "audit",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Id",
                schema: "assistance",
                table: "commitments",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_commitments_Year_UnitId_Scope",
                schema: "assistance",
                table: "commitments",
                columns: new[] { "Year", "UnitId", "Scope" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_known_order_lines_OrderId",
                schema: "assistance",
                table: "known_order_lines",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_AcceptanceId",
                schema: "assistance",
                table: "ledger_entries",
                column: "AcceptanceId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_Id",
                schema: "assistance",
                table: "ledger_entries",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_OriginalLineId",
                schema: "assistance",
                table: "ledger_entries",
                column: "OriginalLineId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_SourceType_SourceLineId_Kind",
                schema: "assistance",
                table: "ledger_entries",
                columns: new[] { "SourceType", "SourceLineId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_UnitId_MonthNumber",
                schema: "assistance",
                table: "ledger_entries",
                columns: new[] { "UnitId", "MonthNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ClosedAt_Sequence",
                schema: "assistance",
                table: "outbox",
                columns: new[] { "ClosedAt", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Id",
                schema: "assistance",
                table: "outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programmes_Year",
                schema: "assistance",
                table: "programmes",
                column: "Year",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "commitments",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "idempotency_keys",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_names",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_order_lines",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_orders",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "known_products",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "ledger_entries",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "ledger_head",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "ledger_totals",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "programmes",
                schema: "assistance");

            migrationBuilder.DropTable(
                name: "stated_totals",
                schema: "assistance");
        }
    }
}
