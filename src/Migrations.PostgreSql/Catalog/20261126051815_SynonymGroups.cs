using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Commerce.Migrations.PostgreSql.Catalog
{
    /// <inheritdoc />
    public partial class SynonymGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "synonym_groups",
                schema: "catalog",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(820)", maxLength: 820, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_synonym_groups", x => x.Id);
                });

            migrationBuilder.InsertData(
                schema: "catalog",
                table: "synonym_groups",
                columns: new[] { "Id", "Version", "Words" },
                values: new object[,]
                {
                    { new Guid("00ff11c9-771f-76ef-730e-f2094fa26ff5"), 1, "红薯|地瓜|甘薯" },
                    { new Guid("1ed63e35-390a-de6f-b26e-6191bcd1dc76"), 1, "大豆|黄豆" },
                    { new Guid("2258abd2-19a5-b8c9-32ed-3fba6e70c031"), 1, "元蘑|冻蘑|黄蘑" },
                    { new Guid("232769f7-7048-6d6f-5387-a66678979f39"), 1, "土豆|马铃薯|地豆|洋芋" },
                    { new Guid("2451c0a7-6c94-b0d4-469d-15568deabdb8"), 1, "玉米|苞米|苞谷" },
                    { new Guid("2531fd7f-5605-21dd-3ebf-dec93ae8c65d"), 1, "面粉|白面" },
                    { new Guid("2d6d059b-a342-c7dd-c6e8-6cc9200d585a"), 1, "刺嫩芽|刺老芽|龙牙楤木" },
                    { new Guid("36c84426-ca64-31f5-8d96-ed4df6442c27"), 1, "木耳|黑木耳|云耳" },
                    { new Guid("4a9f530b-ff5c-f799-41ec-b94f8bd24791"), 1, "小米|粟米" },
                    { new Guid("4bfefb01-46b8-2471-3777-0841c4529784"), 1, "猴头菇|猴头|猴头蘑" },
                    { new Guid("4c16d394-dbea-df41-2593-6d21fac5affd"), 1, "豆油|大豆油" },
                    { new Guid("53ad0c1a-ad99-f03b-9262-0e309130d851"), 1, "蜂蜜|蜜糖" },
                    { new Guid("54ade442-35c3-fad0-beb1-afbd93074b43"), 1, "葵花籽|瓜子|毛嗑" },
                    { new Guid("60e2c35a-593f-abfa-93ac-bdf4e65dc625"), 1, "辣白菜|朝鲜族泡菜" },
                    { new Guid("6aff891a-60b2-31d6-159a-2b3d30c4e3de"), 1, "榛蘑|蜜环菌|榛蘑菇" },
                    { new Guid("70a7f520-5f47-182c-c14c-7e944f73910c"), 1, "五味子|山花椒" },
                    { new Guid("74d8a20d-7595-b285-5a91-2b45dfacec98"), 1, "人参|棒槌" },
                    { new Guid("765c76af-9d9a-e76c-afc5-0a85d2b0041c"), 1, "蓝莓|都柿|笃斯越橘" },
                    { new Guid("a277b4f5-6242-a9c5-e8ed-3aac43ab7098"), 1, "林蛙油|雪蛤|哈蟆油|雪蛤油|田鸡油|蛤蟆油" },
                    { new Guid("aa9032c8-dc26-f2f4-df14-143a1efb72ac"), 1, "西红柿|番茄|洋柿子" },
                    { new Guid("aa9bc03c-7956-21a2-c1a2-c4cb1cdd0559"), 1, "圆葱|洋葱" },
                    { new Guid("c075311f-9298-7c87-d482-e00d5be5cc0a"), 1, "香菜|芫荽" },
                    { new Guid("c7ef7669-5da8-65ef-c44c-8dfd7b2e23f7"), 1, "笨鸡蛋|土鸡蛋|柴鸡蛋|草鸡蛋" },
                    { new Guid("c91c733d-fdb9-0691-a016-05f1b13b668e"), 1, "桔梗|道拉吉|狗宝" },
                    { new Guid("cc4e5f3d-90d3-3da1-af99-94612540d134"), 1, "蕨菜|蕨苔" },
                    { new Guid("ccfd1e0d-2742-4f82-07bd-b2567c595a4c"), 1, "山鸡|雉鸡|野鸡" },
                    { new Guid("e35b6905-f560-54b0-90d4-e7a4d042dbf7"), 1, "松茸|松口蘑" },
                    { new Guid("f0a0cd0c-2f10-7cf2-e6d5-8a85b80aaf37"), 1, "卷心菜|大头菜|圆白菜|甘蓝" },
                    { new Guid("f9c1e4ed-5da5-80ee-9834-28cdcd574c94"), 1, "榛子|平榛" }
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "synonym_groups",
                schema: "catalog");
        }
    }
}
