using Commerce.Catalog.Domain;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Catalog.Data;

/// <summary>Words that mean the same. The first groups come with the table, once.</summary>
internal sealed class SynonymMapping : IEntityTypeConfiguration<SynonymGroup>
{
    public void Configure(EntityTypeBuilder<SynonymGroup> builder)
    {
        builder.ToTable("synonym_groups");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.Property(g => g.Words).HasMaxLength(820).HasConversion(
            list => string.Join(SynonymGroup.Between, list),
            text => text.Split(SynonymGroup.Between, StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), l => string.Join(SynonymGroup.Between, l).GetHashCode(StringComparison.Ordinal), l => l));
        builder.HasData(FirstSynonyms.Groups.Select(words => new SynonymGroup { Id = SampleId.Of("synonyms", words[0]), Words = words, Version = 1 }));
    }
}
