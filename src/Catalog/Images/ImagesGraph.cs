using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.Images;

/// <summary>Pictures in the schema.</summary>
internal static class ImagesGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(ImagesGraph).Assembly, "images.graphql");
        graph.Type<ImageView>("ProductImage")
            .Field("id", i => NodeId.Encode("img", i.Id))
            .Field("url", (i, ask) => ImageDoor.Address(i.FileId, Picture.SizeFor(ask.Has("width") ? ask.Arg<int>("width") : null)));
        graph.Mutation<AddImage.Input>("productImageAdd", "prd", (ask, input) => ask.Service<AddImage.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<RemoveImage.Input>("productImageRemove", "prd", (ask, input) => ask.Service<RemoveImage.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ArrangeImages.Input>("productImagesArrange", "prd", (ask, input) => ask.Service<ArrangeImages.Handler>().Handle(input, ask.Cancel));
    }
}
