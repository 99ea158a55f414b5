using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class KnownRecognitionMapping : IEntityTypeConfiguration<KnownRecognition>
{
    public void Configure(EntityTypeBuilder<KnownRecognition> builder)
    {
        builder.ToTable("known_recognitions");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => c.ProductId);
    }
}
