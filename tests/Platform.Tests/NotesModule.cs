using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Tests;

/// <summary>The smallest module there can be: notes with a counter.</summary>
public sealed class NotesDbContext(DbContextOptions<NotesDbContext> options) : ModuleDbContext(options, "notes")
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void Map(ModelBuilder model)
    {
        model.Entity<Note>().ToTable("notes").HasKey(n => n.Id);
        model.Entity<Note>().HasIndex(n => n.Serial).IsUnique();
        model.Entity<NoteLine>().ToTable("note_lines").HasKey(l => l.Place);
        model.Entity<NoteLine>().Property(l => l.Place).ValueGeneratedOnAdd();
    }
}

public sealed class Note : IVersioned
{
    public required Guid Id { get; init; }

    public required string Text { get; set; }

    public long Serial { get; init; }

    public Money Worth { get; set; }

    public int Version { get; set; }
}

/// <summary>Numbered by the database.</summary>
public sealed class NoteLine
{
    public long Place { get; init; }

    public required Guid NoteId { get; init; }
}

/// <summary>A use case as modules write them.</summary>
public static class WriteNote
{
    public static readonly Error Refused = new(ErrorCode.Invalid, "空白，没有做任何更改。", "Empty; nothing was changed.");

    public sealed record Input(string IdempotencyKey, string Text) : IMutationInput;

    public sealed class Handler(NotesDbContext db, Once once)
    {
        public int Runs { get; private set; }

        public Task<Outcome> Handle(Input input) => once.Run(
            db,
            input,
            async Task<Result<Guid>> () =>
            {
                Runs++;
                var serial = await db.NextNumber("NOTE", default);
                var note = new Note { Id = Guid.NewGuid(), Text = input.Text, Serial = serial, Worth = Money.Of(1.25m) };
                db.Notes.Add(note);
                db.Add(new NoteLine { NoteId = note.Id });
                db.Publish(new OfferPriceChanged(note.Id, 1, 1, "JIN", DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch);
                return input.Text.Length == 0 ? Refused : note.Id;
            },
            default);
    }

    public static Handler For(NotesDbContext db, Guid actor) =>
        new(db, new Once(new Actor(actor, "张采购", [], new Dictionary<string, IReadOnlyCollection<Guid>>()), TimeProvider.System, new OutboxBell()));
}
