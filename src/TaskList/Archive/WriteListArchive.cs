using System.Globalization;
using Commerce.Platform.Audit;
using Commerce.Platform.Documents;
using Commerce.Platform.Files;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Export;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Archive;

/// <summary>归档: a year's list with all that was done about it, in one package that is readable without this program: the list as docx and xlsx,
/// every table as CSV, letters, rounds and circulars as papers, the files, the audit trail, and the hashes of them all.</summary>
internal sealed class WriteListArchive(TaskListDbContext db, ReadLists lists, ExportList export, ReadRounds rounds, FileStore files, IEnumerable<FileRule> rules, Actor actor)
{
    /// <summary>Who may take all of it away: whoever supervises the whole department, or audits it.</summary>
    public bool MayTake => actor.OfTheWholeHouse.Contains(Capability.TaskSupervise) || actor.OfTheWholeHouse.Contains(Capability.AuditRead);

    /// <param name="year">The list's year.</param>
    /// <param name="to">Where to.</param>
    /// <param name="mark">Who takes it, and when.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>False when there is no such list, or not for this person.</returns>
    public async Task<bool> Write(int year, Stream to, string mark, CancellationToken ct)
    {
        if (!MayTake || await lists.List(year, null, ct) is not { } list || await export.Paper(year, null, ct) is not { } sheet)
        {
            return false;
        }

        var tables = new ListTables(db, list.Id, list.Year);
        var read = await tables.Read(ct);
        using var zip = new ArchiveZip(to);
        zip.Text("说明 README.txt", Readme(list.Title, mark));
        zip.Add("清单.docx", DocxFile.Of(sheet with { Mark = mark }));
        zip.Add("清单.xlsx", XlsxFile.Of(sheet with { Mark = mark }));
        foreach (var table in read)
        {
            zip.Table($"tables/{table.Name}.csv", table.Columns, table.Rows.Select(r => (IReadOnlyList<PaperCell>)[.. r.Select(v => (PaperCell)v)]));
        }

        await Letters(list.Id, list.Title, tables, ct);
        foreach (var round in await rounds.ForArchive(list.Id, ct))
        {
            _ = tables.Keep($"调度-{round.Task.Label}-{round.Title}", ".xlsx", XlsxFile.Of(RoundPaper.Of(round)));
        }

        foreach (var (name, paper) in tables.Papers)
        {
            zip.Add(name, paper);
        }

        zip.Add("audit.csv", s => AuditTable.Write(db, new DateOnly(year, 1, 1), lists.Today, s));
        var purposes = rules.Select(r => r.Purpose).Where(p => p.StartsWith("tasks.", StringComparison.Ordinal)).ToList();
        foreach (var id in tables.Files.Order())
        {
            foreach (var purpose in purposes)
            {
                if (await files.OpenJudged(purpose, id, ct) is { } file)
                {
                    zip.Add(string.Create(CultureInfo.InvariantCulture, $"files/{id:N}{Path.GetExtension(file.Facts.Name)}"), file.Bytes);
                    break;
                }
            }
        }

        zip.List();
        return true;
    }

    // Without a mark: the same letter gives the same paper, whoever takes the archive.
    private async Task Letters(Guid listId, string title, ListTables tables, CancellationToken ct)
    {
        var letters = await db.Letters.AsNoTracking().Where(l => l.ListId == listId && l.Number != null).OrderBy(l => l.Position).ToListAsync(ct);
        foreach (var letter in letters)
        {
            var before = letters.Find(l => l.Id == letter.Escalates)?.Number;
            _ = tables.Keep(Path.GetFileNameWithoutExtension(LetterPaper.FileName(letter)), ".docx", OfficialFile.Of(LetterPaper.Of(letter, title, before)));
        }
    }

    private static string Readme(string title, string mark) => $"""
        {title}：归档包
        {mark}

        清单.docx、清单.xlsx  清单及截至导出日的进展
        tables/*.csv        清单的全部记录，一张表一个文件（UTF-8，第一行是列名；时间为北京时间）；单位、任务、措施的编号后面一列写着名称或序号
        tables/units.csv    单位的编号、名称、曾用名；tables/groups.csv 是各组（厅直各单位等）的成员和起止日期
        papers/             印发的情况通报（原件，记录里写着文件名）和督办函，每次调度的汇总表
        files/              佐证及其他文件，文件名是记录里的 FileId（不带横线），原名见记录
        audit.csv           操作记录：何人、何时、对什么、改动前后的值
        {ArchiveZip.Manifest}     每个文件的 SHA-256；核对：sha256sum -c {ArchiveZip.Manifest}

        {title}: archive
        The list as docx and xlsx; every record as CSV (one file per table, UTF-8, times of China; names stand beside ids, units.csv has all units); circulars as they were issued, letters, and
        each round as a table; the files, named by the FileId of the records;
        the audit trail with values before and after; the hashes of all files, to be checked with sha256sum -c {ArchiveZip.Manifest}.

        """;
}
