using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Circulars;

/// <summary>A supervisor of the department has a circular drafted from the data of a day (情况通报代拟稿); one that puts another right names it.</summary>
internal static class DraftCircular
{
    public sealed record Input(string IdempotencyKey, int Year, DateOnly AsOf, string? Title = null, [property: IdOf("cir")] Guid? CorrectsId = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, BuildCircular build, TaskListOptions options, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var now = clock.GetUtcNow();
            var units = await db.UnitBook(ct);
            if (!actor.SupervisesAll(units))
            {
                return PlatformErrors.Forbidden;
            }

            if (await db.Lists.AsNoTracking().FirstOrDefaultAsync(l => l.Year == input.Year, ct) is not { } list)
            {
                return CircularErrors.NoList(input.Year);
            }

            if (input.AsOf > now.DayInChina() || input.AsOf < new DateOnly(list.Year, 1, 1))
            {
                return CircularErrors.DayOutOfRange(list.Year);
            }

            var corrected = input.CorrectsId is { } wrong ? await db.Circulars.AsNoTracking().FirstOrDefaultAsync(c => c.Id == wrong, ct) : null;
            if (input.CorrectsId is not null && corrected is null)
            {
                return PlatformErrors.NotFound.At("correctsId");
            }

            if (corrected is { State: CircularState.Draft })
            {
                return CircularErrors.CorrectsADraft;
            }

            var title = input.Title?.Trim() is { Length: > 0 } typed ? typed : $"关于{list.Year}年任务清单落实情况的{(corrected is null ? "" : "更正")}通报";
            if (title.Length is < 4 or > Circular.TitleLength)
            {
                return CircularErrors.TitleLength;
            }

            var standing = new Standing((await db.Rows(list.Id, units, ct))!, input.AsOf, options.Lights);
            var content = await build.Of(standing, ct);
            var id = Guid.CreateVersion7(now);
            db.Circulars.Add(new Circular
            {
                Id = id,
                ListId = list.Id,
                AsOf = input.AsOf,
                Title = title,
                Office = units.Root is { } root ? units.NameOf(root) : "",
                Opening = BuildCircular.Opening(standing, content, corrected),
                Demands = "各单位要对照本通报查找差距，逾期的节点明确责任人和完成日期，应报未报的立即补报，督办函按时限回复。",
                Content = BuildCircular.Write(content),
                Corrects = corrected?.Id,
                DraftedById = actor.Id,
                DraftedByName = actor.Name,
                DraftedAt = now,
                NumberKey = Circular.Alone(id),
            });
            return id;
        }, ct);
    }
}
