using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>What waits for a person in chasing and letters: for a unit what it was told, for a supervisor answers to judge and limits that passed.</summary>
internal sealed class LetterTodos(Actor actor, ReadLetters read) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskReport) && !actor.Can(Capability.TaskSupervise))
        {
            return [];
        }

        var (letters, chases) = (await read.All(new(), ct), await read.Chases(null, null, ct));
        return
        [
            .. chases.Where(c => c.Waits && actor.Can(Capability.TaskReport, c.Chase.UnitId)).Select(c => new Todo(
                $"催办（{c.Unit}）：{c.Chase.Word}", $"Chased ({c.Unit}): {c.Chase.Word}", c.Path, c.Chase.At)),
            .. letters.Where(l => l.Answers && l.Letter.State == LetterState.Issued).Select(l => new Todo(
                $"回复督办函{l.Letter.Number}（{l.Unit}，{l.Letter.Colour.Short(true)}）", $"Answer letter {l.Letter.Number} ({l.Unit}, {l.Letter.Colour.Short(false)})", l.Path, l.Letter.IssuedAt!.Value, l.Letter.ReplyDueOn)),
            .. letters.Where(l => l.Supervises && l.State == LetterState.Replied && l.Letter.Reply!.ById != actor.Id).Select(l => new Todo(
                $"办理督办函{l.Letter.Number}的回复（{l.Unit}）", $"Judge the answer to letter {l.Letter.Number} ({l.Unit})", l.Path, l.Letter.Reply!.At)),
            .. letters.Where(l => l.Supervises && l.State == LetterState.Overdue && l.Letter is { EscalatedIn: null, Colour: not LetterColour.Red }).Select(l => new Todo(
                $"督办函{l.Letter.Number}逾期未回复，可升级（{l.Unit}）", $"Letter {l.Letter.Number} is overdue and may be escalated ({l.Unit})", l.Path, l.Letter.IssuedAt!.Value, l.Letter.ReplyDueOn)),
        ];
    }
}
