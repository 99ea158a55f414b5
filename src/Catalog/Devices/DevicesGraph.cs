using Commerce.Platform.GraphQL;

namespace Commerce.Catalog.Devices;

/// <summary>Screens in the schema.</summary>
internal static class DevicesGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(DevicesGraph).Assembly, "devices.graphql");
        graph.Type<DeviceView>("Device").Node("dev", (ask, ids) => ask.Service<ReadDevices>().ById(ids, ask.Cancel));
        graph.Query("devices", async ask => await ask.Service<ReadDevices>().All(ask.Cancel));
        graph.Mutation<RegisterDevice.Input>("deviceRegister", "dev", (ask, input) => ask.Service<RegisterDevice.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawDevice.Input>("deviceWithdraw", "dev", (ask, input) => ask.Service<WithdrawDevice.Handler>().Handle(input, ask.Cancel));
    }
}
