using Commerce.Platform.GraphQL;

namespace Commerce.Platform.Modules;

/// <summary>A module's table of contents: what it offers to the house.</summary>
public interface IModule
{
    /// <summary>Lower case, such as "ordering": its database's name.</summary>
    string Name { get; }

    /// <summary>Its services, database, consumers, routes and sample data.</summary>
    void Register(ModuleBuilder module);

    /// <summary>Its part of the schema.</summary>
    void Bind(GraphBuilder graph);
}
