namespace Commerce.Catalog.Domain;

/// <summary>A row that the read model is built from: saving one raises the catalogue's revision.</summary>
internal interface ICatalogueFact;
